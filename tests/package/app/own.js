/** A page with a worker of its own, which uses the package. */
const worker = new Worker(new URL('./own-worker.js', import.meta.url), { type: 'module' });

globalThis.annotate = (text, options) =>
  new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => (data.report ? resolve(data.report) : reject(data));
    worker.postMessage({ text, options, port: port2 }, [port2]);
  });
