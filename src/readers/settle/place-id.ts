// An id for a conversation that has none: the same file and place give the same id.
import { basename } from 'node:path';
import type { Place } from '../../model/place.ts';

/** `appels.ndjson:12`, `appels.json#3` or `appel-12` (the file's name where it holds one conversation). */
export function idFromPlace(place: Place): string {
  const name = place.file === '-' ? 'stdin' : basename(place.file);
  if (place.line !== undefined) return `${name}:${place.line}`;
  return place.record === undefined ? name.replace(/(?<=.)\.[^.]*$/, '') : `${name}#${place.record}`;
}
