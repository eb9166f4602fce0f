/** Where something was read: the file as the user named it, and what is known of the place inside it. */
export interface Place {
  readonly file: string;
  /** Line in the file, from 1. */
  readonly line?: number;
  /** Record in the file, from 1, for formats without meaningful lines. */
  readonly record?: number;
}

/** A place as people read it: `file:line`, `file#record` or `file`. */
export function showPlace(place: Place): string {
  if (place.line !== undefined) return `${place.file}:${place.line}`;
  return place.record === undefined ? place.file : `${place.file}#${place.record}`;
}

/** A record that could not be used: set aside, counted and told, never lost. */
export interface Problem {
  readonly place: Place;
  /** What was found and what is allowed, in English; the command line says it in the user's language. */
  readonly reason: string;
  /** The conversation it belonged to, where that is known. */
  readonly id?: string;
}
