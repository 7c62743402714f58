// What the project asks of the packages it is built from; the rules themselves stand in rules.json.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'

export const rulesShape = z.strictObject({
  /** SPDX names that need no further word. */
  licences: z.array(z.string()),
  /** Packages under another one, each with the reason why they may be used all the same. */
  exceptions: z.array(
    z.strictObject({
      licence: z.string(),
      packages: z.array(z.string()).min(1),
      /** It holds for this version alone. */
      version: z.string().optional(),
      reason: z.string().min(20),
      /** The file that keeps the licence's text. */
      text: z.string().optional(),
    }),
  ),
  /** Direct dependencies of which nothing is shipped; whatever is not named here counts as shipped. */
  tools: z.array(z.string()),
  /** Known vulnerabilities that do no harm here: the advisory's address, and why. */
  accepted: z.record(z.url(), z.string().min(20)),
})
export type Rules = z.infer<typeof rulesShape>

const dependencies = z.record(z.string(), z.string()).default({})
export const lockShape = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      dependencies,
      devDependencies: dependencies,
      optionalDependencies: dependencies,
      peerDependencies: dependencies,
    }),
  ),
})
export type Lock = z.infer<typeof lockShape>

/** The project's own, from its folder. */
export function readRules(root: string): { rules: Rules; lock: Lock } {
  const read = (path: string): unknown => JSON.parse(readFileSync(resolve(root, path), 'utf8'))
  return {
    rules: rulesShape.parse(read('scripts/dependencies/rules.json')),
    lock: lockShape.parse(read('package-lock.json')),
  }
}

/** `node_modules/a/node_modules/@b/c` → `@b/c`. */
export function nameOf(place: string): string {
  return place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)
}
