// Under which licences the packages in package-lock.json stand, against those the project allows.
import { nameOf, type Lock, type Rules } from './rules'

/**
 * Sentences about what is not as the rules want it; none when all is well.
 * @param installed the licence that an installed package itself names; undefined where it is not installed.
 * @param isThere whether a file of the project exists.
 */
export function findLicenceFaults(
  { packages }: Lock,
  rules: Rules,
  installed: (place: string) => string | undefined,
  isThere: (path: string) => boolean,
): string[] {
  const faults: string[] = []
  const needed = new Set<string>()
  for (const [place, { version, license }] of Object.entries(packages)) {
    if (place === '') continue
    const name = nameOf(place)
    const own = installed(place)
    if (own !== undefined && own !== license)
      faults.push(`${name}: package-lock.json says ${license ?? 'nothing'}, the package itself ${own}.`)
    if (license === undefined) faults.push(`${name} names no licence.`)
    else if (!isAllowed(license, rules.licences)) {
      const exception = rules.exceptions.find(
        (each) => each.licence === license && each.packages.includes(name),
      )
      needed.add(`${license} ${name}`)
      if (!exception) faults.push(`${name} stands under ${license}, which is not allowed.`)
      else if (exception.version !== undefined && exception.version !== version)
        faults.push(`${name} ${version} is not ${exception.version}, for which alone there is an exception.`)
    }
  }
  for (const { licence, packages: names, text } of rules.exceptions) {
    for (const name of names)
      if (!needed.has(`${licence} ${name}`)) faults.push(`Nothing needs the exception for ${name} any more.`)
    if (text !== undefined && !isThere(text)) faults.push(`The licence's text is missing: ${text}.`)
  }
  return faults
}

/** Of `A OR B` one must be allowed, of `A AND B` both. */
function isAllowed(expression: string, allowed: readonly string[]): boolean {
  const parts = expression.replace(/^\((.*)\)$/, '$1')
  if (parts.includes(' OR ')) return parts.split(' OR ').some((part) => isAllowed(part, allowed))
  return parts.split(' AND ').every((part) => allowed.includes(part))
}
