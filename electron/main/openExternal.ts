// The one way out to the person's own browser and mail program.
import { shell } from 'electron'

/** True for an https or mailto address without a hidden user name in it. */
export function mayOpenOutside(address: string): boolean {
  if (address.length > 2000 || !URL.canParse(address)) return false
  const url = new URL(address)
  if (url.protocol === 'mailto:') return true
  return url.protocol === 'https:' && url.username === '' && url.password === ''
}

/** Opens the address outside the app; false when it is refused or nothing on the machine could open it. */
export async function openExternal(address: string): Promise<boolean> {
  if (!mayOpenOutside(address)) return false
  return shell.openExternal(new URL(address).href).then(
    () => true,
    () => false,
  )
}
