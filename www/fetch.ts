/** The hashes of the built files, by name (`build/integrity.ts`); none on the development server. */
declare const NEWSMARK_INTEGRITY: Readonly<Record<string, string>>;

/** A file of this site; rejects where it does not come, or is not the one that was built. */
export async function get(url: string, priority: RequestPriority = 'auto'): Promise<Response> {
  const name = url.split('/').at(-1) ?? '';
  return ask(url, { integrity: NEWSMARK_INTEGRITY[name] ?? '', priority });
}

/** The same as soon as it begins to come, unchecked: that is for whoever reads it. */
export async function withoutCheck(url: string, priority: RequestPriority = 'auto'): Promise<Response> {
  return ask(url, { priority });
}

async function ask(url: string, how: RequestInit): Promise<Response> {
  const response = await fetch(url, how).catch((error) => {
    // The browser does not tell the two apart, and gives no status where a hash is asked for.
    throw new Error(`${url} did not come, or is not the file that was built (${error})`);
  });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${response.statusText}`);
  return response;
}
