import { buildCommandLine } from './src/build/package.ts';
console.log(await buildCommandLine(process.cwd()+'/node_modules/.cli'));
