export { aFolder } from './a-folder.ts';
export { aServer, type TestServer } from './a-server.ts';
export { checkout, findShared, program } from './program.ts';
export { type Ended, jsonOf, runMandata } from './run-mandata.ts';
