// The features of one turn as parallel arrays, filled family by family.

/** Features of one turn: parallel arrays of which the first `count` entries hold. Reused; they grow where a turn needs it. */
export interface Features {
  count: number;
  /** Hash of the feature. */
  key: Int32Array;
  value: Float32Array;
  /** First and last token that it covers, or -1 for what lies outside the words of the turn. */
  from: Int16Array;
  to: Int16Array;
}

export function emptyFeatures(capacity = 2048): Features {
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
  makeRoom(features, 1);
  const at = features.count++;
  features.key[at] = key;
  features.from[at] = from;
  features.to[at] = to;
}

/** Weight of each of `count` features that share a total evenly, as in a vector of that length. */
export function evenShare(count: number, total: number): number {
  return total / Math.sqrt(Math.max(1, count));
}

/** Gives the features from an index on an even share of a family's weight. */
export function share(features: Features, from: number, total: number): void {
  features.value.fill(evenShare(features.count - from, total), from, features.count);
}

/** Each feature of a family counts once, with the full weight. */
export function once(features: Features, from: number, value: number): void {
  const { key } = features;
  let kept = from;
  for (let i = from; i < features.count; i++) {
    let seen = from;
    while (seen < kept && key[seen] !== key[i]) seen++;
    if (seen < kept) continue;
    key[kept] = key[i]!;
    features.from[kept] = features.from[i]!;
    features.to[kept] = features.to[i]!;
    features.value[kept++] = value;
  }
  features.count = kept;
}

/** Sees to it that so many more fit in. */
export function makeRoom(features: Features, more: number): void {
  if (features.count + more <= features.key.length) return;
  const larger = emptyFeatures(2 * (features.count + more));
  larger.key.set(features.key);
  larger.value.set(features.value);
  larger.from.set(features.from);
  larger.to.set(features.to);
  Object.assign(features, { ...larger, count: features.count });
}
