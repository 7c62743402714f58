/** How `unshare` gives a process mounts of its own; whoever is not root makes a space of users in which they are. */
export const ownMounts: readonly string[] =
  process.getuid?.() === 0 ? ['--mount'] : ['--user', '--map-root-user', '--mount']
