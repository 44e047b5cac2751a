/**
 * package-lock.json has to serve every machine: it names no registry, and lists each optional package, those of other
 * platforms too. A registry that lacks some of these makes `npm install` leave them out, and then `npm ci` refuses the file.
 */
import { readFileSync } from "node:fs";

const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
const complaints = [];
for (const [path, { resolved, optionalDependencies = {} }] of Object.entries(packages)) {
  if (resolved !== undefined) complaints.push(`${path} names a registry; remove its "resolved"`);
  for (const name of Object.keys(optionalDependencies)) {
    const listed = packages[`node_modules/${name}`] ?? packages[`${path}/node_modules/${name}`];
    if (!listed) complaints.push(`${name}, optional for ${path}, is not listed; restore its entry`);
  }
}
for (const complaint of complaints) console.error(`package-lock.json: ${complaint}`);
console.log(`${Object.keys(packages).length} packages, ${complaints.length} complaints`);
if (complaints.length > 0) process.exit(1);
