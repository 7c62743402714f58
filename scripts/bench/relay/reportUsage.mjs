// Loaded into every process that is measured (`node --import`): answers what it has used so far.
process.on('message', (question) => {
  if (question === 'cpu') {
    const { user, system } = process.cpuUsage()
    process.send({ answers: 'cpu', seconds: (user + system) / 1e6 })
  }
  if (question === 'memory') {
    globalThis.gc()
    const { rss, heapUsed, external } = process.memoryUsage()
    process.send({ answers: 'memory', rss, held: heapUsed + external })
  }
})
// Whoever measures is gone.
process.on('disconnect', () => process.exit())
process.channel?.unref()
