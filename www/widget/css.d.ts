/** Style sheets, as text: the element adopts them, so that no page has to allow styles. */
declare module '*.css' {
  const css: string;
  export default css;
}
