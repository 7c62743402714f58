// How devices in the room reach the facilitator's computer: asked of the desk with the key of this launch.
import { z } from 'zod'

/**
 * What an address of this computer is, as people know it. `hotspot`: a wifi that this computer gives out; `phone`: a
 * wifi that somebody's phone gives out; `named`: somebody has said which address; `loopback`: no network at all.
 */
export const networkKinds = ['wifi', 'cable', 'hotspot', 'phone', 'other', 'named', 'loopback'] as const
export type NetworkKind = (typeof networkKinds)[number]

export const systems = ['windows', 'mac', 'linux', 'other'] as const

/** `GET /api/doorway` */
export const doorwayStatus = z.object({
  /** The one that QR, link and code use comes first. `url` has no slash at the end. */
  addresses: z.array(
    z.object({ interface: z.string(), address: z.string(), kind: z.enum(networkKinds), url: z.string() }),
  ),
  /** The address that would be first if nobody had chosen. */
  suggested: z.string(),
  /** The same place by a name (`http://samverkstad.local:4747`), once it is certain that nobody else has it. */
  localUrl: z.string().nullable(),
  /** `fingerprint`: SHA-256 of the certificate in pairs of hex digits, while encryption is on. */
  encryption: z.object({ isOn: z.boolean(), fingerprint: z.string().nullable() }),
  /** How many other devices have reached this computer since the door opened; at most 5000 are counted. */
  reached: z.number().int(),
  /** A tunnel to another network is up; some of them keep devices nearby away. */
  hasVpn: z.boolean(),
  /** Whose firewall it would be. */
  system: z.enum(systems),
  /** ms since 1970: when the address that guests had been shown went away and another took its place. */
  movedAt: z.number().nullable(),
})
export type DoorwayStatus = z.infer<typeof doorwayStatus>
export type DoorwayAddress = DoorwayStatus['addresses'][number]

/** `PUT /api/doorway`: what is left out stays. Both are remembered, the address for the network one is on. */
export const doorwayChange = z.object({
  address: z.string().max(64).optional(),
  isEncrypted: z.boolean().optional(),
})
export type DoorwayChange = z.infer<typeof doorwayChange>
