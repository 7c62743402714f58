// The few words the library itself writes into sessions.
export const libraryWords = {
  sv: { untitled: 'Utan namn', copyOf: (title: string) => `${title} (kopia)`, firstPage: 'Skrivtavla' },
  en: { untitled: 'Untitled', copyOf: (title: string) => `${title} (copy)`, firstPage: 'Whiteboard' },
} as const
