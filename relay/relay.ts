// What a running relay offers to the program around it: the desk, the library, the command line, tests.
import type { IncomingMessage } from 'node:http'
import type { SecureContext } from 'node:tls'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import type { Member, StoredAsset } from '../shared/relay/api'
import type { CloseName } from '../shared/relay/closeCodes'
import type { Limits } from '../shared/relay/limits'
import type { Shortage } from '../shared/relay/messages'
import type { Role, RoomName } from '../shared/relay/roles'
import type { Backing } from './backing'
import type { Client } from './clients'
import type { Changes } from './changes'
import type { PresenceClaim } from './frames'
import type { Peer } from './peer'
import type { Full } from './quotas'
import type { Records } from './storage'
import type { KeptStanding, Naming } from './uplink/keepStanding'
import type { Readiness } from './readiness'
import type { Invites } from './invites'
import type { Lead } from './lead'
import type { People } from './people'
import type { WaitingRoom } from './waitingRoom'

export interface RelayOptions {
  /** Folder for the database and the assets; made when it is not there. Never inside a synced folder. */
  dataDir: string
  /** Default: a database of its own in `dataDir`. */
  openBacking?: (dataDir: string, log: Logger) => Promise<Backing>
  /** Default 127.0.0.1. */
  host?: string
  /** Default 0: any free port. */
  port?: number
  /** With it, the first listener speaks TLS. */
  tls?: Certificate
  /**
   * Addresses and networks of proxies before this relay (`127.0.0.1`, `10.0.0.0/8`): what they say of whom they pass
   * on is believed. Default: none.
   */
  trustedProxies?: readonly string[]
  /** Opens `/metrics` beside the key. Default: none. */
  metricsKey?: string
  /** Who has it may create sessions. Generated when not given. */
  key?: string
  limits?: Partial<Limits>
  /** Default: silent. */
  log?: Logger
  /** Origins that may read answers across origins, e.g. `app://samverkstad`. Default: none. */
  allowedOrigins?: readonly string[]
  /** Adds routes before the relay listens. Register none under the paths in docs/relay-protocol.md. */
  extend?: (app: FastifyInstance, relay: Relay) => void | Promise<void>
  /**
   * How guests reach an open door. When given, the relay serves `/api/sessions/:id/door` itself: `open` is called
   * before a door is shown, `closed` when the last one was shut. Without it, whoever extends the relay serves that path.
   */
  doorway?: Doorway
  /** Keep doors open over an orderly close, as a hosted relay does. Default false; a crash always keeps them. */
  keepDoors?: boolean
}

/** PEM texts; `cert` with the intermediate certificates after it. */
export interface Certificate {
  cert: string
  key: string
}

export interface DoorAddress {
  interface: string
  /** Carries the secret in its fragment. */
  url: string
  shortUrl: string
}

export interface Doorway {
  open(door: OpenDoor): Promise<DoorAddress[]>
  closed(): Promise<void>
}

export interface Relay {
  /** Base address of the first listener, `http://127.0.0.1:PORT` (`https` with TLS), without a slash at the end. */
  readonly url: string
  readonly port: number
  readonly key: string
  readonly limits: Readonly<Limits>
  readonly sessions: Sessions
  readonly rooms: Rooms
  readonly assets: Assets
  readonly doors: Doors
  readonly people: People
  readonly invites: Invites
  readonly waitingRoom: WaitingRoom
  readonly lead: Lead
  readonly admission: Admission
  readonly status: Status
  /** Who sent a request: the one behind the proxies. */
  clientOf(request: IncomingMessage): Client
  /** Shows `certificate` to whoever connects from now on. Throws when it cannot be used, or without TLS; then the old one stays. */
  renewCertificate(certificate: Certificate): void
  readonly changes: Changes
  /** How sessions that desks carry here stand, beside their content. */
  readonly standing: KeptStanding
  /** The same for a desk, whose members the hosted relay knows under other ids. @param prefix of the records. */
  standingAs(
    prefix: string,
    namingOf: (sessionId: string) => Promise<Naming | undefined>,
    clock: (sessionId: string) => number,
  ): KeptStanding
  /** Small records of whoever extends the relay; their keys begin with a word that the relay does not use. */
  readonly records: Records
  /**
   * Opens one more listener, for the local network. It serves sync, join and the session routes with tokens, and those
   * other paths for which `serves` says yes (static files of `extend`); never the key's routes, whatever is sent.
   */
  listenAlso(options: ExtraListener): Promise<Listening>
  /** Finishes writing, tells every client to come back (`restarting`), closes the database. */
  close(): Promise<void>
}

export interface ExtraListener {
  host: string
  port: number
  /** `path` without its query, exactly as it stands in the request line. Default: nothing more. */
  serves?: (method: string, path: string) => boolean
  /** While it gives something, only TLS is served; whoever opens a page over plain HTTP is led to https. */
  secureContext?: () => SecureContext | undefined
}

export interface Listening {
  readonly port: number
  /** Addresses of other devices that have connected, whatever came of it. */
  reached(): ReadonlySet<string>
  /** Closes every connection that has come through it so far. */
  disconnect(name: CloseName): void
  /** Closes the listener and every connection that came through it. */
  close(): Promise<void>
}

/** How the relay is, for whoever watches over it. */
export interface Status {
  readiness(): Promise<Readiness>
  /** In the text form of Prometheus. */
  metrics(): Promise<string>
}

/** Whom a token makes one. */
export interface Admitted {
  sessionId: string
  memberId: string
  name: string
  role: Role
  /** The token is that of the uplink of the member's own desk. */
  isUplink: boolean
  isMuted: boolean
}

/** For routes added with `extend`. Both take what stands in the request; neither tells by timing what was wrong. */
export interface Admission {
  /** True when `Authorization: Bearer <key>` is right and the request did not come through an extra listener. */
  hasKey(request: IncomingMessage): boolean
  /** The bearer of the token in `Authorization: Bearer <token>`, or undefined. */
  bearer(request: IncomingMessage): Promise<Admitted | undefined>
}

/** Facts about a session that its creator keeps with it; plain JSON, at most 64 kB. The relay never reads them. */
export type SessionFacts = Record<string, unknown>

export interface SessionRecord {
  sessionId: string
  /** ms since 1970. */
  createdAt: number
  changedAt: number
  facts: SessionFacts
}

export interface Sessions {
  /** A new session and a facilitator's token for it. `name` is how the facilitator is shown; default empty. */
  create(facts?: SessionFacts, name?: string): Promise<{ sessionId: string; token: string; memberId: string }>
  /** A new member with a token. The token is shown here once; only its hash is stored. */
  mintToken(sessionId: string, role: Role, name: string): Promise<{ token: string; memberId: string }>
  /** A new token for a member who is there; the earlier ones are dead. Undefined when there is no such member. */
  renewToken(sessionId: string, memberId: string): Promise<string | undefined>
  /** The token is dead and the sockets that used it close with `removed`. False when it was unknown. */
  revokeToken(token: string): Promise<boolean>
  exists(sessionId: string): Promise<boolean>
  list(): Promise<SessionRecord[]>
  read(sessionId: string): Promise<SessionRecord | undefined>
  /** Replaces the facts. */
  setFacts(sessionId: string, facts: SessionFacts): Promise<void>
  members(sessionId: string): Promise<Member[]>
  /** How many have ever joined, those who left among them. */
  everJoined(sessionId: string): Promise<number>
  /** A token for the uplink of a member's own desk, which knows them as `deskId`. */
  mintUplink(sessionId: string, memberId: string, deskId: string): Promise<string>
  /** An uplink's token is dead; its member stays. */
  revokeUplink(token: string): Promise<void>
  /** For good: rooms, assets, members, tokens, doors; open sockets close with `noSuchRoom`. */
  delete(sessionId: string): Promise<void>
  /** Locks a room or, with `all`, the whole session for participants; enforced at once, shown as rights. */
  setLock(sessionId: string, room: RoomName | 'all', locked: boolean): Promise<void>
  locks(sessionId: string): Promise<(RoomName | 'all')[]>
}

export interface Rooms {
  /** Rooms with content. */
  list(sessionId: string): Promise<RoomName[]>
  /** Everything in the room as one Yjs update (v1); an empty update for an empty room. */
  read(sessionId: string, room: RoomName): Promise<Uint8Array>
  /** Resolves when `update` (v1) is on disk; whoever is connected gets it. Throws when Yjs cannot decode it. */
  write(sessionId: string, room: RoomName, update: Uint8Array): Promise<void>
  /** ms since 1970 of the last accepted change in any room (of creation, when there is none). */
  changedAt(sessionId: string): Promise<number>
  /** Takes part in a room as a connection does, but from within: for carrying it on to another relay. */
  sit(sessionId: string, room: RoomName, peer: Peer): Promise<Seat>
  /** Updates of about `bytes` each that together say what `update` says. Throws when Yjs cannot decode it. */
  split(update: Uint8Array, bytes: number): Promise<Uint8Array[]>
  /** Calls back whenever a room of any session is loaded; returns the way to stop that. */
  onOpen(opened: (sessionId: string, room: RoomName) => void): () => void
}

export interface Seat {
  /** Answers a sync step 1; from then on the peer gets every update but those it wrote. */
  answer(stateVector: Uint8Array): Promise<void>
  /** True when the peer was sent everything accepted so far that it did not write itself. */
  hasSentAll(): boolean
  /** Sends the peer what the room has, as a sync step 1. */
  sendStep1(): void
  /** Takes an update in the order of calls; resolves when it is on disk, or is no update that may be kept. */
  write(update: Uint8Array): Promise<'written' | 'malformed' | Full>
  claimPresence(claims: readonly PresenceClaim[]): void
  /** Those who may write in this room hear that this is short too, until the peer leaves. */
  tellShortages(shortages: readonly Shortage[]): void
  leave(): void
}

export type AssetRefusal = {
  kind: 'wrongType' | 'damagedPicture' | 'tooManyPixels' | 'tooLarge' | 'quota' | 'sessionFull' | 'diskFull'
}

export interface Assets {
  /**
   * Stores a picture, judged by how it is built; without what follows its end, so the hash may be another than that of
   * `bytes`. The same picture twice is one asset.
   */
  put(sessionId: string, bytes: Uint8Array): Promise<StoredAsset | AssetRefusal>
  get(sessionId: string, sha256: string): Promise<{ asset: StoredAsset; bytes: Buffer } | undefined>
  list(sessionId: string): Promise<StoredAsset[]>
}

export interface OpenDoor {
  sessionId: string
  /** Six to ten letters; a new one after near misses that look like guessing. */
  code: string
  /** 256 bit, base64url. */
  secret: string
  role: 'participant' | 'observer'
  openedAt: number
}

export interface Doors {
  /** Opens the door, or changes the role of an open one (then code and secret stay). */
  open(sessionId: string, role: OpenDoor['role']): Promise<OpenDoor>
  close(sessionId: string): Promise<void>
  of(sessionId: string): OpenDoor | undefined
  /** As it is stored: another relay may have changed it in this moment. */
  read(sessionId: string): Promise<OpenDoor | undefined>
  /** All open doors; some may stand open from before a crash. */
  list(): OpenDoor[]
}
