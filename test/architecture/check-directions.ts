import { cruiseSource } from './cruise-source.ts'

const { read, expected, violations } = cruiseSource()
for (const violation of violations) process.stderr.write(`${violation}\n`)
if (read < expected) process.stderr.write(`read ${read} of ${expected} modules: the check saw too little\n`)
if (violations.length > 0 || read < expected) process.exitCode = 1
else process.stdout.write(`${read} modules, every import goes the right way\n`)
