/** The product's own client, for arranging rows in integration tests. */
export { prisma } from '@/lib/platform/db'
