/** What bundlers make of an import of one of the files: its address. */
declare const address: string;
export default address;
