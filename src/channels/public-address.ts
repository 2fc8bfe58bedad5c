import { lookup as lookupName, type LookupAddress } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

const GLOBAL_V6 = new BlockList()
GLOBAL_V6.addSubnet('2000::', 3, 'ipv6')

/** Special-purpose networks (IANA registries): loopback, private, link-local, documentation, tunnels … */
const SPECIAL = new BlockList()
const SPECIAL_V4 = [
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24',
  '192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4',
]
for (const network of SPECIAL_V4.join(' ').split(' ')) {
  const [address, bits] = network.split('/') as [string, string]
  SPECIAL.addSubnet(address, Number(bits), 'ipv4')
}
SPECIAL.addSubnet('2001::', 23, 'ipv6')
SPECIAL.addSubnet('2001:db8::', 32, 'ipv6')
SPECIAL.addSubnet('2002::', 16, 'ipv6')

/** Whether an IP address belongs to the public internet. False for anything that is not an address. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address)
  if (version === 4) return !SPECIAL.check(address, 'ipv4')
  return version === 6 && GLOBAL_V6.check(address, 'ipv6') && !SPECIAL.check(address, 'ipv6')
}

/** Thrown by `publicLookup`: the name leads into a private network. */
export class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError'
}

/**
 * A name lookup for sockets that refuses names of private addresses: what was checked is what is connected
 * to, so a name cannot change between the two.
 */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookupName(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
    const refused = error ?? (found.every((one) => isPublicAddress(one.address)) ? null : refusal())
    const first = found?.[0]
    if (refused || !first) return callback(refused ?? refusal(), '', 0)
    return options.all ? callback(null, found) : callback(null, first.address, first.family)
  })
}

function refusal(): PrivateAddressError {
  return new PrivateAddressError('The name leads to a private address')
}
