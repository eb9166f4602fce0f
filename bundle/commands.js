// Stands in for src/cli/commands.ts: the commands that need nothing but conversations and the rules inside.

/** Every command of the bundle by name. */
export const commands = {
  score: async () => (await import('../src/cli/score.ts')).score,
  explain: async () => (await import('../src/cli/explain.ts')).explain,
  markers: async () => (await import('../src/cli/markers.ts')).markers,
};
