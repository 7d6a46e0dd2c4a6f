import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const root = process.cwd()

/** Files of the product itself, without its tests and gates, by their paths from the root. */
export const productFiles = ({ ends }: { ends: RegExp }): string[] =>
  ['plugins', 'src', 'themes']
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        path.join(folder, name),
      ),
    )
    .filter((name) => ends.test(name) && !/\.test\.tsx?$|^src\/(testing|bin\/gates)\//.test(name))

export const textOf = (file: string): string => readFileSync(path.join(root, file), 'utf8')
