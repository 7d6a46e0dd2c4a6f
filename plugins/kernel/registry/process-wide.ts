/**
 * One value per process. Next evaluates modules once per layer, so a module's own variable would exist
 * twice. Only this function writes the key, with the type its callers name.
 */
export const processWide = <Value>({ name, make }: { name: string; make: () => Value }): Value => {
  const key = Symbol.for(`placewright.${name}`)
  const holder: object = globalThis
  if (!Reflect.has(holder, key)) Reflect.set(holder, key, make())
  return Reflect.get(holder, key) as Value
}
