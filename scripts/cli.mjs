#!/usr/bin/env node
// `npm run --silent cli -- COMMAND`: installs what is missing, then runs scripts/cli/main.ts where the person stands.
import { ensureInstalled, requireNode, root, runNode } from './prepare.mjs'

requireNode()
ensureInstalled()
// npm runs scripts in the project's folder; paths on the command line mean the folder npm was called in.
const isByNpm = process.env.npm_lifecycle_event !== undefined && process.cwd() === root
const cwd = isByNpm ? (process.env.INIT_CWD ?? root) : process.cwd()
process.exit(
  await runNode('node_modules/tsx/dist/cli.mjs', [`${root}/scripts/cli/main.ts`, ...process.argv.slice(2)], {
    cwd,
    // The C library of Linux otherwise keeps what large values took.
    env: { MALLOC_MMAP_THRESHOLD_: '131072', ...process.env },
  }),
)
