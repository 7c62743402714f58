// What can be wrong with what a relay keeps.

/** Damage: something that was written is not there as it was written. */
export const damages = {
  database: 'the database cannot be read to its end',
  record: 'a record cannot be read',
  snapshot: 'the snapshot cannot be read: the room is not opened',
  snapshotUnusable: 'the snapshot cannot be applied: the room is not opened',
  entry: 'an update cannot be read: the room opens without it',
  entryUnusable: 'an update cannot be applied: the room opens without it',
  entryLost: 'updates are missing between those that are there',
  pictureMissing: 'a picture is not where it should be',
  pictureChanged: 'a picture is not what its name says',
} as const

/** Worth knowing, and no damage. */
export const notices = {
  setAside: 'updates that could not be applied were set aside earlier',
  waiting: 'the room holds updates that build on others which never came',
  strayPicture: 'a picture lies there that belongs to nothing',
} as const

export type Damage = keyof typeof damages
export type Notice = keyof typeof notices

export interface Finding {
  kind: Damage | Notice
  /** Where, as far as it applies: ids and numbers alone, so that a report can be shown to anybody. */
  sessionId?: string
  room?: string
  seq?: number
  /** Key of a record, or name of a file. */
  name?: string
}

export const isDamage = ({ kind }: Finding): boolean => Object.hasOwn(damages, kind)

/** One line for people. */
export function describe({ kind, sessionId, room, seq, name }: Finding): string {
  const where = [
    sessionId && `session ${sessionId}`,
    room && `room ${room}`,
    seq !== undefined && `update ${seq}`,
    name,
  ].filter(Boolean)
  const what = { ...damages, ...notices }[kind]
  return where.length > 0 ? `${where.join(', ')}: ${what}` : what
}
