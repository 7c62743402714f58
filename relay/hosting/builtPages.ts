// Where the built pages for guests lie, when nobody says.
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Beside the bundle this runs from; from source, in the build folder. Undefined when they are not built. */
export function builtPages(): string | undefined {
  const here = dirname(fileURLToPath(import.meta.url))
  const places = [
    join(here, 'pages'),
    join(here, '../pages'),
    resolve(here, '../..', process.env.SAMVERKSTAD_OUT ?? 'out', 'renderer'),
  ]
  return places.find((place) => existsSync(join(place, 'guest/index.html')))
}
