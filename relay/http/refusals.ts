// Refusals over HTTP: a status, a kind and a sentence.
import type { FastifyReply } from 'fastify'
import type { Refusal } from '../../shared/relay/api'

const refusals = {
  malformed: [400, 'The request does not have the form it should have.'],
  notAdmitted: [401, 'The token or key is missing, unknown or no longer valid.'],
  notAllowed: [403, 'This member may not do that.'],
  notFound: [404, 'There is nothing here.'],
  wrongCode: [404, 'No open door has this code or secret.'],
  tooManyTries: [429, 'Too many wrong tries; wait a minute.'],
  manyJoining: [429, 'Many people are joining by this code or link just now; wait a minute.'],
  tooManyMembers: [409, 'The session has as many members as it may have.'],
  tooLarge: [413, 'The request is larger than the relay accepts.'],
  wrongType: [415, 'Only pictures in PNG, JPEG, WebP or GIF are kept.'],
  damagedPicture: [422, 'The picture is not whole, or not built as its kind should be.'],
  tooManyPixels: [413, 'The picture has more pixels than a page can show.'],
  quota: [409, 'The session has as many of these as it may have.'],
  sessionFull: [409, 'The session has reached its size limit.'],
  facilitatorHere: [409, 'A facilitator is here, or was a moment ago.'],
  lastFacilitator: [409, 'Somebody has to lead: hand over first.'],
  storageFailed: [507, 'The relay could not write to its disk.'],
  diskFull: [507, 'The disk is full; it goes on by itself when there is space.'],
  roomDamaged: [500, 'What is stored of a room is damaged and cannot be read.'],
  damagedFile: [422, 'Nothing in the file could be read.'],
  newerFile: [422, 'The file was written by a newer version of the program.'],
  doorFailed: [503, 'The door could not be opened on this network.'],
} as const satisfies Record<Refusal['kind'], readonly [number, string]>

/** Refuses with the status that belongs to `kind`. */
export function refuse(reply: FastifyReply, kind: Refusal['kind']): FastifyReply {
  const [status, sentence] = refusals[kind]
  return reply.code(status).send({ kind, sentence } satisfies Refusal)
}
