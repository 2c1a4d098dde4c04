using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ProtocolAdvisor.Web.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class KeepHistory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(name: "CreatedAt", table: "Reports", type: "INTEGER", nullable: false, defaultValue: 0L);
            migrationBuilder.AddColumn<string>(name: "Domain", table: "Reports", type: "TEXT", maxLength: 255, nullable: true);
            migrationBuilder.AddColumn<string>(name: "Owner", table: "Reports", type: "TEXT", maxLength: 200, nullable: true);

            // Whose the older reports are is not known: they open by their links, and belong to no history.
            migrationBuilder.Sql("UPDATE Reports SET Owner = ''");
            migrationBuilder.CreateIndex(name: "IX_Reports_CreatedAt", table: "Reports", column: "CreatedAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "IX_Reports_CreatedAt", table: "Reports");
            migrationBuilder.DropColumn(name: "CreatedAt", table: "Reports");
            migrationBuilder.DropColumn(name: "Domain", table: "Reports");
            migrationBuilder.DropColumn(name: "Owner", table: "Reports");
        }
    }
}
