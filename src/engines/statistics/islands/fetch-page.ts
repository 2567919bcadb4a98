/** Gets a page of this site as a document that runs nothing. (XMLHttpRequest parses it itself, which trusted types allow.) */
export function fetchPage(address: string): Promise<{ document: Document; address: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ document: Document; address: string }>();
  const request = new XMLHttpRequest();
  request.open('GET', address);
  request.responseType = 'document';
  request.addEventListener('load', () => {
    const { responseXML, responseURL, status } = request;
    if (responseXML === null || status >= 400) reject(new Error(`answered ${status}`));
    else resolve({ document: responseXML, address: responseURL === '' ? address : responseURL });
  });
  for (const failure of ['error', 'abort', 'timeout']) {
    request.addEventListener(failure, () => reject(new Error(failure)));
  }
  request.send();
  return promise;
}
