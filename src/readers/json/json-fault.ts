// What is wrong with a text that is no JSON.

/** The engine's message without the copy of the input that it carries. */
export function jsonFault(error: unknown): string {
  return (error as Error).message.replace(/, ?\.*"[\s\S]*$/, '').replace(/ in JSON( at position)/, '$1');
}
