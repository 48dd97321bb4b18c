/**
 * Works on items side by side, at most `width` at a time, and yields the results in the order of the items, each as soon as it and all
 * before it are there. Items are taken only as fast as results are.
 */
export async function* inOrder<T, R>(items: AsyncIterable<T>, width: number, work: (item: T) => Promise<R> | R): AsyncGenerator<R> {
  const source = items[Symbol.asyncIterator]();
  const running: Promise<R>[] = [];
  let coming: Promise<IteratorResult<T>> | undefined;
  let ended = false;
  try {
    while (!ended || running.length > 0) {
      if (!coming && !ended && running.length < width) coming = handled(source.next());
      const first = await Promise.race([coming?.then(() => 'item' as const), running[0]?.then(() => 'result' as const)].filter((one) => one));
      if (first === 'result') {
        yield await running.shift()!;
      } else {
        const { done, value } = (await coming!) as IteratorResult<T>;
        coming = undefined;
        if (done) ended = true;
        else running.push(handled(Promise.resolve(work(value as T))));
      }
    }
  } finally {
    // A source that is just waiting for its next item would end only when that came.
    const closed = source.return?.();
    if (!coming) await closed;
    else closed?.catch(() => {});
  }
}

/** A promise whose failure is waited for later, and not reported before. */
function handled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}
