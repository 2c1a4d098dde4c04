using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ProtocolAdvisor.Web.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class KnowRetries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(name: "IdempotencyBody", table: "Reports", type: "BLOB", nullable: true);
            migrationBuilder.AddColumn<string>(name: "IdempotencyKey", table: "Reports", type: "TEXT", maxLength: 64, nullable: true);
            migrationBuilder.CreateIndex(name: "IX_Reports_IdempotencyKey", table: "Reports", column: "IdempotencyKey");
            migrationBuilder.CreateIndex(name: "IX_Reports_Owner_CreatedAt", table: "Reports", columns: new[] { "Owner", "CreatedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "IX_Reports_IdempotencyKey", table: "Reports");
            migrationBuilder.DropIndex(name: "IX_Reports_Owner_CreatedAt", table: "Reports");
            migrationBuilder.DropColumn(name: "IdempotencyBody", table: "Reports");
            migrationBuilder.DropColumn(name: "IdempotencyKey", table: "Reports");
        }
    }
}
