using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ProtocolAdvisor.Web.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class CreateReports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Reports",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    ExpiresAt = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    Domain = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true, collation: "C"),
                    Owner = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    IdempotencyKey = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    IdempotencyBody = table.Column<byte[]>(type: "bytea", nullable: true),
                    Run = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SealingKeys",
                columns: table => new
                {
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Xml = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SealingKeys", x => x.Name);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Reports_CreatedAt",
                table: "Reports",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Reports_ExpiresAt",
                table: "Reports",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_Reports_IdempotencyKey",
                table: "Reports",
                column: "IdempotencyKey");

            migrationBuilder.CreateIndex(
                name: "IX_Reports_Owner_CreatedAt",
                table: "Reports",
                columns: new[] { "Owner", "CreatedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Reports");

            migrationBuilder.DropTable(
                name: "SealingKeys");
        }
    }
}
