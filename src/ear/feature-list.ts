// The features of one turn as parallel arrays, filled family by family.

/** Features of one turn: parallel arrays of which the first `count` entries hold. Reused. */
export interface Features {
  count: number;
  /** Hash of the feature. */
  key: Int32Array;
  value: Float32Array;
  /** First and last token that it covers, or -1 for what lies outside the words of the turn. */
  from: Int16Array;
  to: Int16Array;
}

export function emptyFeatures(capacity = 8192): Features {
  return {
    count: 0,
    key: new Int32Array(capacity),
    value: new Float32Array(capacity),
    from: new Int16Array(capacity),
    to: new Int16Array(capacity),
  };
}

/** Adds a feature that covers tokens `from` to `to`. */
export function add(features: Features, key: number, from: number, to: number): void {
  if (features.count === features.key.length) return;
  const at = features.count++;
  features.key[at] = key;
  features.value[at] = 1;
  features.from[at] = from;
  features.to[at] = to;
}

/** Gives the features from an index on an even share of a family's weight, as in a vector of that length. */
export function share(features: Features, from: number, total: number): void {
  const value = total / Math.sqrt(Math.max(1, features.count - from));
  for (let i = from; i < features.count; i++) features.value[i] = value;
}

/** Each feature of a family counts once, with the full weight. */
export function once(features: Features, from: number, value: number): void {
  let kept = from;
  for (let i = from; i < features.count; i++) {
    let seen = from;
    while (seen < kept && features.key[seen] !== features.key[i]) seen++;
    if (seen < kept) continue;
    features.key[kept] = features.key[i]!;
    features.from[kept] = features.from[i]!;
    features.to[kept] = features.to[i]!;
    features.value[kept++] = value;
  }
  features.count = kept;
}
