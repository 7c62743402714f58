const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** A globally unique id of `length` characters (6 bits each), safe in addresses, file names and document keys. */
export function newId(length = 16): string {
  // getRandomValues, unlike randomUUID, exists on plain http pages, where guests on the local network are.
  let id = ''
  for (const byte of crypto.getRandomValues(new Uint8Array(length))) id += alphabet[byte & 63]
  return id
}
