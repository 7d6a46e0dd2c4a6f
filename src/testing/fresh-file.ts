import { vi } from 'vitest'

/**
 * Test files follow each other in one process, which keeps the packages it has read: reading them
 * again costs more than the tests of most files. All that is ours begins anew with each file.
 */
vi.resetModules()

for (const key of Object.getOwnPropertySymbols(globalThis))
  if (key.description?.startsWith('placewright.')) Reflect.deleteProperty(globalThis, key)

// Payload would hand out the product of the file before.
const products: unknown = Reflect.get(globalThis, '_payload')
if (products instanceof Map) products.clear()

const kept = Symbol.for('environment of the test process')
const environment: unknown = Reflect.get(globalThis, kept)
if (environment instanceof Map) {
  for (const name of Object.keys(process.env))
    if (!environment.has(name)) Reflect.deleteProperty(process.env, name)
  Object.assign(process.env, Object.fromEntries(environment))
} else Reflect.set(globalThis, kept, new Map(Object.entries(process.env)))
