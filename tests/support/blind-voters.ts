import { constants, createHash, createPublicKey, publicEncrypt } from 'node:crypto'

/** A key for simulations alone, fixed so that a simulation gives the same numbers every time. */
export const SIMULATION_KEY = {
  publicKey:
    'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAwOCG/XsczSZY3Rpz9229tuVKqwRkR0I68caeHJA89SpEZ+mu4DQ1zXMEwDh8Ov60udSZfkOcPhgicYwKkhLdq8uxqHA3N1T6Pqu6KhwDcfqbA5chT4I8JYiFjpSsb5VafK4MT7EncTodBj4O9CumA3IjaFtlsVjhCbRl5ZKpKbpy9icmoh1BuxsppLACWX23OTnVzbPygoouzYctfbWb1cSMVFg6ftRZCWB1AvSVbwtQsl4SBkNdIP5V3uHmT0JWj9MUEOkMMot7Gh2jRKDqS/4WkYfHRzdbIlpeYmOi+qnpTPHTU3AZrTsxDedyS6rWDHo4VGWNErS0+PRVGprSwQIDAQAB',
  privateKey:
    'MIIEvgIBADANBgkqhkiG9w0BAQEFAASCBKgwggSkAgEAAoIBAQDA4Ib9exzNJljdGnP3bb225UqrBGRHQjrxxp4ckDz1KkRn6a7gNDXNcwTAOHw6/rS51Jl+Q5w+GCJxjAqSEt2ry7GocDc3VPo+q7oqHANx+psDlyFPgjwliIWOlKxvlVp8rgxPsSdxOh0GPg70K6YDciNoW2WxWOEJtGXlkqkpunL2JyaiHUG7GymksAJZfbc5OdXNs/KCii7Nhy19tZvVxIxUWDp+1FkJYHUC9JVvC1CyXhIGQ10g/lXe4eZPQlaP0xQQ6Qwyi3saHaNEoOpL/haRh8dHN1siWl5iY6L6qelM8dNTcBmtOzEN53JLqtYMejhUZY0StLT49FUamtLBAgMBAAECggEAAesBq081pOcc7VxG21wn+Fks83N/L/O38cFNlMpiPCG5WCtbWd9UX83ai12hw6BBNGi0MDdJ0ZbBxJgK9LNTaRLPmkA9FlO7S33/mLgFA0BFxBoqbUJbPi15PtxE34pa9zWFCb0A38f/M6Q7QmuVh9V922WZnBMT5XnZz7fULuYSCYTN4SjAqmLQ432QCJ9isqMaX7pdx2Id05nKua450KA0hmszzBzURxP7yKRCvdRLu6HsOvLX0rKL+0nqdUU2csS8OHYKabzqhhU5LmD0JFMyZtn/KY8J9ksc3v/yJHTJChPS2ieU4Yh5iJ/Cac5XmRRTVMrPy4vKMJi3We06qQKBgQDmqUxA6eRKNVLY51Wq2t756NStYkbRbasMJivm8D3Ont3xp5TXVE5icX5LRB0Hnxghzjd5eZb/Y4G+2d2tV6xNWE58Qpkdu6mEajPoAJydPDHsx6GG9OCB12LtOMJqovsO6vRfSsAYKCq+JeHOXu/P8DzqJfTpkYEyFJSO3zgs6QKBgQDWEKc3gTWdbpS7h7QwPRnb5UBoujjVTSaLiBCgoeF4ZGkCGZCtueIjNs4RvBMpBS2KaYgd4OL91B/lupHItoIhHtRa17gParDTFruvV80JgLq1Ydf5O7j2VCbkOqyrn2qSF+7ZPbofjscQjK0Hn+aMoXdUYy8//6dlm0xusWTwGQKBgEe+IJmQJhFuxHXyfhLGQNQ6Nuw2xRAerDT7KmyKDK9XenDPTtwqvLah1kZSyTS1pyvcmCSQTQbiTFiwKuLfghgMf1zm2fkFhZRJ9BsVFaFSN7UN4o+3Wp0IAR0HqnDAgJYDPj7lYRoiZCkAX1tw6+YhMtEhPSvoteZ9wDcv9qkBAoGBAKi1eUR6dgn8tAXUXwPBtBalaIzhb5dUdbN0aj5fNvcOk+AOzALPRFWihOhfRO6IYSr8H0YFDoEkZHtG/kyk4ow94vkxmKO132SOPx9jYHpD1WLMmU2Zbx3clsY7JAki2/gGGr1mM8FZYrQ9WsVulWJygzyj6wJSd9jRe3ymHLpJAoGBAOKn1PgjuyMKnDOElz2YtcAd6Xgt4zgdUfup6BlfM/Yl9T+js5b/iPQYo3zGBFhguAgxGzYnDlgSP6TCHhJjNJwmS1E/Peot6ON3tWHWn4/JDdqLRLsNC1kcRCixBItZM/Xo1GxgBVpSwBWxW5KjXFAywTnZifoAPGoSCw37bOs6',
}

const key = createPublicKey({
  key: Buffer.from(SIMULATION_KEY.publicKey, 'base64'),
  format: 'der',
  type: 'spki',
})
const modulus = big(Buffer.from(key.export({ format: 'jwk' }).n ?? '', 'base64url'))

function big(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).toString('hex')}`)
}
const bytesOf = (number: bigint) => Buffer.from(number.toString(16).padStart(512, '0'), 'hex')
const sha384 = (...parts: Uint8Array[]) => createHash('sha384').update(Buffer.concat(parts)).digest()

/** Bytes that look random and are the same for the same name. */
function seeded(name: string, size: number): Buffer {
  const parts = Array.from({ length: Math.ceil(size / 48) }, (_, index) =>
    sha384(Buffer.from(`${name}:${index}`)),
  )
  return Buffer.concat(parts).subarray(0, size)
}

/** EMSA-PSS of RFC 8017 with SHA-384 and a salt of 48 bytes, for a modulus of 2048 bits. */
function encodePss(message: Uint8Array, salt: Uint8Array): Buffer {
  const digest = sha384(new Uint8Array(8), sha384(message), salt)
  const data = Buffer.concat([Buffer.alloc(256 - 48 - 48 - 2), Buffer.from([1]), salt])
  const blocks = Array.from({ length: Math.ceil(data.length / 48) }, (_, index) =>
    sha384(digest, Buffer.from([0, 0, 0, index])),
  )
  const masked = data.map((byte, index) => byte ^ (blocks[Math.floor(index / 48)]?.[index % 48] ?? 0))
  masked[0] = (masked[0] ?? 0) & 0x7f
  return Buffer.concat([masked, digest, Buffer.from([0xbc])])
}

function inverse(value: bigint): bigint {
  let [a, b] = [value % modulus, modulus]
  let [x, y] = [1n, 0n]
  while (b !== 0n) {
    const quotient = a / b
    ;[a, b] = [b, a - quotient * b]
    ;[x, y] = [y, x - quotient * y]
  }
  return ((x % modulus) + modulus) % modulus
}

/** A voter's token, blinded as RFC 9474 says and a hundred times faster than the browser's library does. */
export function blindVoter(name: string) {
  const token = new Uint8Array(seeded(`${name}:token`, 32))
  const blind = big(seeded(`${name}:blind`, 256)) % modulus
  const raised = publicEncrypt({ key, padding: constants.RSA_NO_PADDING }, bytesOf(blind))
  const encoded = encodePss(token, seeded(`${name}:salt`, 48))
  const blinded = bytesOf((big(encoded) * big(raised)) % modulus)
  return {
    token,
    blinded,
    finish: (blindSignature: Uint8Array) =>
      new Uint8Array(bytesOf((big(blindSignature) * inverse(blind)) % modulus)),
  }
}

/** A choice of candidates that is the same for the same name. */
export function seededChoice(name: string, candidates: number, choose: number): number[] {
  const bytes = seeded(`${name}:choice`, candidates)
  return Array.from({ length: candidates }, (_, index) => index)
    .sort((a, b) => (bytes[a] ?? 0) - (bytes[b] ?? 0) || a - b)
    .slice(0, choose)
}
