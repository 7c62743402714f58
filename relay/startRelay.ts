// Puts a relay together from its parts and lets it listen.
import type { IncomingMessage } from 'node:http'
import type { Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { defaultLimits, type Limits } from '../shared/relay/limits'
import { admitSockets } from './admitSockets'
import { keepAllowances } from './allowances'
import { openAssets } from './assetStore'
import { openOwnBacking } from './backing'
import { knowClients } from './clients'
import { groupCommits } from './committer'
import { countConnections } from './connections'
import { watchDisk } from './diskWatch'
import { keepDoors } from './doors'
import { openEntrance } from './entrance'
import { followChanges } from './followChanges'
import { openAdmission } from './http/admission'
import { addAssetRoutes } from './http/assetRoutes'
import { addBackupRoute } from './http/backupRoute'
import { addBodyGate } from './http/bodyGate'
import { addDoorRoutes } from './http/doorRoutes'
import { addInviteRoutes } from './http/inviteRoutes'
import { addJoinRoutes, joinPaths } from './http/joinRoutes'
import { openApp } from './http/openApp'
import { addPeopleRoutes } from './http/peopleRoutes'
import { addSessionRoutes } from './http/sessionRoutes'
import { addStatusRoutes } from './http/statusRoutes'
import { addWaitingRoutes } from './http/waitingRoutes'
import { keepInvites } from './invites'
import { watchLead } from './lead'
import { listenAlso, type ExtraListeners } from './listenAlso'
import { keepLocks } from './locks'
import { silentLog } from './log'
import { keepMembers } from './members'
import { startMerger } from './merger'
import { countMetrics } from './metrics'
import { paceServer } from './paceHandshakes'
import { openProbe } from './probe'
import { openPeople } from './people'
import { keepQuotas } from './quotas'
import type { Relay, RelayOptions } from './relay'
import type { Room } from './room'
import { watchReadiness } from './readiness'
import { openHub } from './roomHub'
import { serveRooms } from './rooms'
import { newSecret } from './secrets'
import { keepSessions } from './sessions'
import { watchStorage } from './storageWatch'
import { asHere, keepStanding } from './uplink/keepStanding'
import { addUplinkRoutes } from './uplink/uplinkRoutes'
import { keepVisitors } from './uplink/visitors'
import { addStoreMetrics } from './storeMetrics'
import { watchStrangers } from './strangers'
import { tellPages } from './tellPages'
import { openTurns } from './turns'
import { openWaitingRoom } from './waitingRoom'

/** Starts a relay. Throws when the data folder is in use by another one, or the port is taken. */
export async function startRelay(options: RelayOptions): Promise<Relay> {
  const limits: Limits = { ...defaultLimits, ...options.limits }
  const log = options.log ?? silentLog()
  const key = options.key ?? newSecret()
  const backing = await (options.openBacking ?? openOwnBacking)(options.dataDir, log)
  const { storage, changes, neighbours } = backing
  const clients = knowClients(options.trustedProxies ?? [])
  const strangers = watchStrangers(limits, clients)
  const turns = openTurns({ total: 12, perSession: 6, perMember: 1 })
  let closing = false

  const connections = countConnections({
    hereChanged(member) {
      lead.hereChanged(member)
      void changes.tell({ kind: 'here', sessionId: member.sessionId })
    },
  })
  const metrics = countMetrics({
    connections: connections.count,
    rooms: () => hub.openCount(),
    sessions: connections.sessionCount,
  })
  const storageWatch = watchStorage(storage, log, () => disk.refused())
  const disk = watchDisk({
    // Where several relays share a database, the space is theirs who keep that.
    folder: neighbours ? undefined : options.dataDir,
    lowBelow: limits.diskReserveBytes,
    fullBelow: limits.diskFullBytes,
    writes: storageWatch.isWell,
    log,
  })
  const readiness = watchReadiness({
    storage,
    storageWatch,
    dataDir: options.dataDir,
    reserveBytes: limits.diskReserveBytes,
    disk,
    isClosing: () => closing,
  })
  addStoreMetrics(metrics.registry, {
    storage,
    weight: backing.weight,
    dataDir: options.dataDir,
    reserveBytes: limits.diskReserveBytes,
    disk,
    readiness,
  })
  const committer = groupCommits(storage, {
    committed: metrics.committed,
    failed(error) {
      metrics.commitFailed()
      storageWatch.failed(error)
    },
  })
  const merger = startMerger(log)
  const members = keepMembers(storage)
  const locks = keepLocks(storage)
  const doors = await keepDoors(storage, changes)
  const quotas = keepQuotas({ storage, limits, log, isShared: neighbours !== undefined })
  const assets = openAssets({ files: backing.pictures, storage, limits, quotas, disk })
  const hub = openHub({
    storage,
    committer,
    merger,
    limits,
    log,
    quotas,
    disk,
    lockedIn: locks.of,
    neighbours,
  })
  followChanges({ changes, connections, hub, locks, members, quotas })
  const told = tellPages(changes, connections)
  const lead = watchLead(storage, connections, limits.takeOverMs)
  const people = openPeople({ members, connections, changes, lead, hub, neighbours })
  const invites = keepInvites(storage, changes, limits.invitesPerSession)
  const waitingRoom = openWaitingRoom({ storage, changes, members, invites, limits })
  const entrance = openEntrance(invites, doors, limits.joinTriesPerMinute)
  const sessions = keepSessions({
    storage,
    members,
    locks,
    doors,
    invites,
    waitingRoom,
    people,
    lead,
    assets,
    changes,
  })
  const standingNeeds = { records: storage, members, locks, changes }
  const standing = keepStanding(standingNeeds, 'standing', async () => asHere)
  /** Members who are connected to this relay, also by way of their desk. */
  const everybodyIn = (sessionId: string) => {
    const here = connections.membersHere(sessionId)
    for (const { member, room } of connections.ofSession(sessionId))
      if (member.isUplink) for (const memberId of room.visitors()) here.add(memberId)
    return here
  }
  const storageFailed = (room: Room) => {
    room.closeAll(storageWatch.trouble() ?? 'storageFailed')
    hub.drop([room])
  }
  const rooms = serveRooms({ storage, hub, sessions, merger, storageFailed })

  const probe = openProbe(limits.probesPerMinute, clients)
  const admit = admitSockets({
    limits,
    clients,
    members,
    connections,
    hub,
    storage,
    rolesIn: keepVisitors(members, changes),
    strangers,
    allowances: keepAllowances(limits),
    turns,
    log,
    watch: {
      ...metrics,
      closed: metrics.refused,
      storageFailed,
    },
    closedBecause: () => (closing ? 'restarting' : storageWatch.trouble()),
  })
  const onUpgrade = probe.before(admit)

  const app = openApp(log, options.allowedOrigins ?? [], metrics.refused, strangers.pace, options.tls)
  const outside: ExtraListeners = listenAlso(app, onUpgrade, connections, strangers)
  const isOutside = (request: IncomingMessage) => outside.has(request)

  let port = 0
  const relay: Relay = {
    get url() {
      const host =
        options.host && options.host !== '0.0.0.0' && options.host !== '::' ? options.host : '127.0.0.1'
      return `${options.tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}`
    },
    get port() {
      return port
    },
    key,
    limits,
    sessions,
    rooms,
    assets,
    doors,
    people,
    invites,
    waitingRoom,
    lead,
    admission: openAdmission(key, members, isOutside),
    status: { readiness, metrics: metrics.text },
    clientOf: clients.of,
    renewCertificate(certificate) {
      if (!options.tls) throw new Error('this relay does not speak TLS')
      ;(app.server as Server).setSecureContext(certificate)
    },
    changes,
    standing,
    standingAs: (prefix, namingOf, clock) => keepStanding(standingNeeds, prefix, namingOf, clock),
    records: storage,
    listenAlso: outside.listen,
    async close() {
      if (closing) return
      closing = true
      backing.stopsSoon()
      for (const connection of connections.all()) connection.close('restarting')
      waitingRoom.close()
      told.stop()
      lead.stop()
      await outside.close()
      await closeInTime(app)
      if (!options.keepDoors)
        for (const { sessionId } of doors.list()) await doors.close(sessionId).catch(() => {})
      await hub.close()
      await committer.idle()
      connections.stop()
      metrics.stop()
      storageWatch.stop()
      disk.stop()
      quotas.stop()
      await merger.close()
      await storage.close()
    },
  }

  addBodyGate(app, relay, joinPaths)
  addStatusRoutes(app, relay, options.metricsKey)
  probe.addRoutes(app)
  addBackupRoute(app, relay, backing, log)
  addSessionRoutes(app, relay)
  addPeopleRoutes(app, relay)
  addInviteRoutes(app, relay)
  addWaitingRoutes(app, relay)
  addJoinRoutes(app, relay, entrance)
  await addAssetRoutes(app, relay, {
    in: turns,
    out: openTurns({ total: 100, perSession: 50, perMember: 4 }),
  })
  addUplinkRoutes(app, relay)
  if (options.doorway) addDoorRoutes(app, relay, options.doorway, log)
  try {
    await options.extend?.(app, relay)
    if (options.tls) paceServer(app.server)
    strangers.guard(app.server, () => options.tls !== undefined)
    app.server.on('upgrade', onUpgrade(app.server))
    await app.listen({ host: options.host ?? '127.0.0.1', port: options.port ?? 0 })
    port = (app.server.address() as AddressInfo).port
    neighbours?.begin(() => new Map([...connections.sessionsHere()].map((id) => [id, everybodyIn(id)])))
  } catch (error) {
    await relay.close()
    throw error
  }
  log.info({ port }, 'relay listens')
  return relay
}

/** Closes when every request under way is answered, or when that takes too long. */
async function closeInTime(app: FastifyInstance): Promise<void> {
  const timer = setTimeout(() => app.server.closeAllConnections(), 5000)
  await app.close()
  clearTimeout(timer)
}
