// Evidence of one turn while it is only numbers: put in order, and of hits of one marker that overlap the longest kept.

/** Pieces of one turn: parallel arrays of which the first `count` entries hold. */
export interface Pieces {
  count: number;
  start: Int32Array;
  end: Int32Array;
  /** Rank of the marker. */
  marker: Int32Array;
  /** What the piece comes from. */
  source: Int32Array;
}

export function emptyPieces(): Pieces {
  const array = () => new Int32Array(256);
  return { count: 0, start: array(), end: array(), marker: array(), source: array() };
}

/** Adds a piece in order of place, marker, then the longer first; of equals the first stays first. */
export function addPiece(pieces: Pieces, start: number, end: number, marker: number, source: number): void {
  if (pieces.count === pieces.start.length) enlarge(pieces);
  let at = pieces.count++;
  while (
    at > 0 &&
    (pieces.start[at - 1]! > start ||
      (pieces.start[at - 1] === start &&
        (pieces.marker[at - 1]! > marker || (pieces.marker[at - 1] === marker && pieces.end[at - 1]! < end))))
  ) {
    move(pieces, at - 1, at);
    at--;
  }
  put(pieces, at, start, end, marker, source);
}

/** Of pieces of one marker that overlap, the longest stays; of equals the first. */
export function leaveOverlaps(pieces: Pieces): void {
  const { start, end, marker } = pieces;
  let kept = 0;
  let isMoved = false;
  for (let i = 0; i < pieces.count; i++) {
    let rival = 0;
    while (rival < kept && (marker[rival] !== marker[i] || start[rival]! >= end[i]! || start[i]! >= end[rival]!))
      rival++;
    if (rival === kept) move(pieces, i, kept++);
    else if (end[i]! - start[i]! > end[rival]! - start[rival]!) {
      move(pieces, i, rival);
      isMoved = true;
    }
  }
  pieces.count = kept;
  if (isMoved) sort(pieces);
}

/** Puts pieces in order of place and marker that are nearly so. */
function sort(pieces: Pieces): void {
  const { start, end, marker, source } = pieces;
  for (let i = 1; i < pieces.count; i++) {
    const [from, to, of, by] = [start[i]!, end[i]!, marker[i]!, source[i]!];
    let at = i;
    for (; at > 0 && (start[at - 1]! > from || (start[at - 1] === from && marker[at - 1]! > of)); at--)
      move(pieces, at - 1, at);
    put(pieces, at, from, to, of, by);
  }
}

function move(pieces: Pieces, from: number, to: number): void {
  put(pieces, to, pieces.start[from]!, pieces.end[from]!, pieces.marker[from]!, pieces.source[from]!);
}

function put(pieces: Pieces, at: number, start: number, end: number, marker: number, source: number): void {
  pieces.start[at] = start;
  pieces.end[at] = end;
  pieces.marker[at] = marker;
  pieces.source[at] = source;
}

function enlarge(pieces: Pieces): void {
  for (const key of ['start', 'end', 'marker', 'source'] as const) {
    const larger = new Int32Array(pieces[key].length * 2);
    larger.set(pieces[key]);
    pieces[key] = larger;
  }
}
