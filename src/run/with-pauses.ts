// Tells when an input makes us wait, so that what is there already can go on its way.

/** Stands for a moment in which nothing came. */
export const pause = Symbol('pause');

/** What a source yields, with a `pause` whenever nothing has come for so many milliseconds. */
export async function* withPauses<T>(source: AsyncIterable<T>, milliseconds: number): AsyncGenerator<T | typeof pause> {
  const iterator = source[Symbol.asyncIterator]();
  let next = iterator.next();
  try {
    while (true) {
      const first = await orPause(next, milliseconds);
      if (first === pause) yield pause;
      const { done, value } = first === pause ? await next : first;
      if (done === true) return;
      yield value;
      next = iterator.next();
    }
  } finally {
    await iterator.return?.();
  }
}

function orPause<T>(next: Promise<T>, milliseconds: number): Promise<T | typeof pause> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(pause), milliseconds);
    next.then(
      (value) => {
        clearTimeout(timer);
        resolve(value);
      },
      (error) => {
        clearTimeout(timer);
        reject(error);
      },
    );
  });
}
