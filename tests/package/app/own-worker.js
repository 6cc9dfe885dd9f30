import { annotate } from 'newsmark';

self.onmessage = ({ data: { text, options, port } }) =>
  annotate(text, options).then(
    (report) => port.postMessage({ report }),
    ({ code, message }) => port.postMessage({ code, message }),
  );
