import { addressOf, problemOf, ProblemError, type Answer, type EndpointName, type Question } from './call.ts';

/** Sends a file as the body and tells how far it is (0–1). Not by `call`: only XMLHttpRequest says how much has been sent. */
export function sendFile<K extends EndpointName>(
  name: K, question: { readonly params?: Question<K>['params']; readonly query?: Question<K>['query'] }, file: File, progress: (share: number) => void, signal?: AbortSignal,
): Promise<Answer<K>> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', addressOf(name, question));
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('accept', 'application/json');
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) progress(event.loaded / event.total);
    };
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(JSON.parse(request.responseText) as Answer<K>);
      else void problemOf(new Response(request.responseText, { status: request.status })).then((problem) => reject(new ProblemError(problem, request.status)));
    };
    request.onerror = () => reject(new ProblemError({ code: 'unreachable', message: 'The server did not answer.' }, 0));
    request.onabort = () => reject(new DOMException('stopped', 'AbortError'));
    signal?.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}
