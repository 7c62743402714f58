// Loaded into the relay that is put to the test: on SIGUSR2 it tidies up and says what it still holds.
process.on('SIGUSR2', () => {
  globalThis.gc()
  const { rss, heapUsed, external } = process.memoryUsage()
  process.stderr.write(`memory ${JSON.stringify({ rss, held: heapUsed + external })}\n`)
})
