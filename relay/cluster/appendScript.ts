// Puts updates into the logs of rooms, in Redis itself, so that nothing comes in between: each gets its number, and
// everybody who follows the room hears of it in the order of the numbers.
import type { Redis } from 'ioredis'
import type { RoomKeys, SessionKeys } from './keys'
import type { Signature } from './news'

export interface RoomPart {
  keys: RoomKeys & SessionKeys
  room: string
  /** ms since 1970. */
  at: number
  /** Numbers up to this are given already, also if Redis should not know. */
  known: number
  entries: (Signature & {
    update: Uint8Array
    author?: string | undefined
    /** Brought by another relay than the one that accepted it. */
    isBrought: boolean
  })[]
}

/** Writes what is not signed by its own writer: because a number before it is missing, and it could not be told apart. */
export const unsigned = '-'

// What a writer has in the log already is passed over: so trying again after an interruption does no harm.
const script = `
local keyAt, argAt, answer = 0, 0, {}
local function key() keyAt = keyAt + 1 return KEYS[keyAt] end
local function arg() argAt = argAt + 1 return ARGV[argAt] end
while keyAt < #KEYS do
  local log, lastKey, writers, rooms, deleted = key(), key(), key(), key(), key()
  local channel, room, at, known, count = arg(), arg(), arg(), tonumber(arg()), tonumber(arg())
  local isDeleted = redis.call('EXISTS', deleted) == 1
  local last = tonumber(redis.call('GET', lastKey))
  if not last then
    local newest = redis.call('XREVRANGE', log, '+', '-', 'COUNT', 1)[1]
    last = newest and tonumber(string.match(newest[1], '^%d+')) or 0
  end
  last = math.max(last, known)
  local kept = {}
  for _ = 1, count do
    local writer, number, isBrought, update, author = arg(), tonumber(arg()), arg() == '1', arg(), arg()
    local had = tonumber(redis.call('HGET', writers, writer)) or 0
    local seq = 0
    if number > had and not isDeleted then
      if isBrought and number > had + 1 then writer = '${unsigned}' end
      last = last + 1
      seq = last
      if author == '' then redis.call('XADD', log, seq .. '-0', 'w', writer, 'n', number, 'u', update)
      else redis.call('XADD', log, seq .. '-0', 'w', writer, 'n', number, 'u', update, 'a', author) end
      if writer ~= '${unsigned}' then redis.call('HSET', writers, writer, number) end
      kept[#kept + 1] = writer .. ' ' .. number .. ' ' .. seq
    end
    answer[#answer + 1] = seq
  end
  if #kept > 0 then
    redis.call('SET', lastKey, last)
    redis.call('HSET', rooms, room, at)
    redis.call('EXPIRE', writers, 86400)
    redis.call('PUBLISH', channel, 'k' .. table.concat(kept, ','))
  end
end
return answer
`

type Append = (...given: (string | number | Uint8Array)[]) => Promise<number[]>

/** Gives for each entry its number in the log, or 0 where it was there already or its session is deleted. */
export function defineAppend(redis: Redis): (parts: readonly RoomPart[]) => Promise<number[]> {
  redis.defineCommand('appendToLogs', { lua: script })
  const append = (redis as unknown as { appendToLogs: Append }).appendToLogs.bind(redis)
  return (parts) => {
    const keys = parts.flatMap(({ keys: { log, last, writers, rooms, deleted } }) => [
      log,
      last,
      writers,
      rooms,
      deleted,
    ])
    const args = parts.flatMap(({ keys: { channel }, room, at, known, entries }) => [
      channel,
      room,
      at,
      known,
      entries.length,
      ...entries.flatMap(({ writer, number, isBrought, update, author }) => [
        writer,
        number,
        isBrought ? 1 : 0,
        // Without a copy.
        Buffer.from(update.buffer, update.byteOffset, update.byteLength),
        author ?? '',
      ]),
    ])
    return append(keys.length, ...keys, ...args)
  }
}
