-- AlterEnum
ALTER TYPE "DocumentState" ADD VALUE 'RECALLED';
