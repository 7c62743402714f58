// Which packages reach somebody who uses the program: what it needs to run, and what is built into its pages.
import type { Lock, Rules } from './rules'

/** Places in package-lock.json, as in `node_modules/yjs`. */
export function findShipped({ packages }: Lock, { tools }: Rules): Set<string> {
  const { dependencies = {}, devDependencies = {} } = packages[''] ?? {}
  const direct = Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !tools.includes(name))
  const shipped = new Set<string>()
  /** Node looks beside whoever asks first, then one folder further out, and so on. */
  const find = (name: string, from: string): string | undefined => {
    for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
      const place = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`
      if (place in packages) return place
      if (folder === '') return undefined
    }
  }
  const take = (name: string, from: string) => {
    const place = find(name, from)
    if (place === undefined || shipped.has(place)) return
    shipped.add(place)
    const { dependencies: needs, optionalDependencies, peerDependencies } = packages[place]!
    for (const each of Object.keys({ ...needs, ...optionalDependencies, ...peerDependencies }))
      take(each, place)
  }
  for (const name of direct) take(name, '')
  return shipped
}
