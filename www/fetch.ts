/** The hashes of the built files, by name (`build/integrity.ts`); none on the development server. */
declare const NEWSMARK_INTEGRITY: Readonly<Record<string, string>>;

/** A file of this site; rejects where it does not come, or is not the one that was built. */
export async function get(url: string, priority: RequestPriority = 'auto'): Promise<Response> {
  const name = url.split('/').at(-1) ?? '';
  const response = await fetch(url, { integrity: NEWSMARK_INTEGRITY[name] ?? '', priority });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${response.statusText}`);
  return response;
}
